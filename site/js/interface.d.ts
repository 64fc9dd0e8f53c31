/**
 * What Python calls in JavaScript and is told by it: `window.pid…`, the `pid-…` events, and what the build writes into
 * the scripts.
 *
 * The objects are those that the entries freeze. Their types are drawn from the functions themselves: a change of one
 * of them is seen here, and by whoever calls it.
 */

/** A draft as `pidStore.list` gives it: without its text. */
interface Draft {
  id: string;
  rev: number;
  titre: string;
  etat: string;
  /** The local moment of its last change, « AAAA-MM-JJTHH:MM:SS ». */
  modifie: string;
  demonstration: boolean;
  /** The moment of the file into which what it holds was copied, until it changes. */
  copie?: string;
}

/** A draft as `pidStore.get` gives it. */
interface WholeDraft extends Draft {
  json: string;
  /** What is kept beside it, a JSON text: see docs/adr/0004-versions-gardees.md. */
  versions?: string;
}

/** What is written of a draft; what is not given keeps its value. */
interface Written {
  json: string;
  titre?: string;
  etat?: string;
  demonstration?: boolean;
  copie?: string;
}

/** What is written of a draft that is there: refused where it is no longer at the revision expected. */
type Change = Written & { id: string; expected_rev: number; motif?: string };

/** A state that was replaced, as `pidStore.history` gives it. */
type FormerState = { id: string; rev: number; json: string; etat: string; modifie: string; motif: string };

/** A draft of the bin, as `pidStore.removed` gives it: kept until `jusque`. */
type RemovedDraft = Pick<Draft, 'id' | 'titre' | 'demonstration' | 'modifie'> & { supprime: string; jusque: string };

/** What another tab, or this one, has just done. */
interface News {
  type: 'creation' | 'modification' | 'suppression' | 'restauration' | 'retrait' | 'reglage' | 'coffre' | 'effacement';
  id?: string;
  rev?: number;
}

/** window.pidStore, of storage.js: what a failure is called is in its `name`, see storage/errors.js. */
interface PidStore {
  list(): Promise<Draft[]>;
  get(id: string): Promise<WholeDraft | null>;
  look(id: string): Promise<void>;
  history(id: string): Promise<FormerState[]>;
  create(draft: Written): Promise<{ id: string; rev: number; modifie: string }>;
  save(draft: Change): Promise<{ rev: number; modifie: string }>;
  remove(id: string): Promise<WholeDraft>;
  restore(draft: string | Draft): Promise<WholeDraft>;
  removed(): Promise<RemovedDraft[]>;
  erase(id: string): Promise<void>;
  keepVersions(id: string, text: string): Promise<void>;
  getSetting(key: string): Promise<string | null>;
  putSetting(key: string, text: string): Promise<void>;
  state(): Promise<{ premiere_visite: boolean; depuis: string; persistant: boolean | null; place: number | null }>;
  onChange(listener: (news: News) => void): void;
  isShared(): Promise<boolean>;
  vault(): Promise<PidCoffre>;
  close(): void;
}

/** window.pidCoffre, of coffre.js, which `pidStore.vault` loads. */
interface PidCoffre {
  attach(storage: object | null): void;
  encode(vault: object, record: object): Promise<any>;
  encodeVersions(vault: object, id: string, text: string): Promise<any>;
  decode(record: object, vault?: object): Promise<any>;
  encodeSetting(vault: object, key: string, text: string): Promise<Uint8Array>;
  decodeSetting(vault: object | null, key: string, stored: Uint8Array): Promise<string>;
  newPhrase(): string;
  isStrong(phrase: string): boolean;
  isSamePhrase(left: string, right: string): boolean;
  share(phrase: string): Promise<void>;
  unshare(): Promise<void>;
  changePhrase(former: string, next: string): Promise<boolean>;
  lock(): void;
  open(): Promise<void>;
  recoveryFile(dossier: string): Promise<string | null>;
  openRecovery(asked: object, phrase: string): Promise<any>;
  wipe(blocked: () => void): Promise<any>;
}

interface PidFiles {
  /**
   * `data` is handed as a file `name` of type `mime`; `button` is where people look. `dossier` is what an encrypted
   * `data` holds.
   */
  download(
    button: Element, name: string, mime: string, data: string | Uint8Array<ArrayBuffer>, more?: string,
    dossier?: string,
  ): void;
}

/** One answer of `pidImport`: see importer.js. */
interface Read {
  ok: boolean;
  text?: string;
  nom?: string;
  origin?: 'json' | 'pdf';
  unknown?: string[];
  carnet?: boolean;
  message?: string;
  protection?: 'age' | 'zip';
  file?: File;
  reprise?: object;
  choix?: Read[];
  refused?: { message: string; weight: number }[];
}

interface PidImport {
  readAll(files: Iterable<File>, none: string, newest?: number): Promise<Read>;
  dropped(transfer: DataTransfer): Promise<File[]>;
}

/** What `pidReprise` found: `genre` names which of the others is there, `message` says why there is none. */
interface Export {
  ok: boolean;
  genre?: string;
  ouverts?: Record<string, any>[];
  cours?: Record<string, string>[];
  evenements?: Record<string, string>[];
  texte?: string;
  lignes?: string[][];
  message?: string;
}

/** The names that may be read, and no other. */
interface ExportLists {
  siecle: Record<string, string[]>;
  cours: string[];
  agenda: string[];
}

interface PidReprise {
  read(files: Iterable<File>, lists: ExportLists): Promise<Export>;
  paste(text: string, html: string): Export;
}

interface PidPdf {
  make(blocks: string, dossier: string | null): Promise<{ bytes: Uint8Array; missing: string[] }>;
  look(text: string): Promise<{ missing: string[] }>;
}

type Age = typeof import('./crypto/age.js');
type Code = typeof import('./crypto/code.js');
type Opening = typeof import('./crypto/open.js');
type Reception = typeof import('./crypto/reception.js');

/** window.pidCrypto, of crypto.js. */
interface PidCrypto extends Pick<Code, 'newCode' | 'readCode' | 'candidates' | 'fingerprint'>,
  Pick<Age, 'newKeyPair' | 'publicKeyOf' | 'secretKeyOf' | 'protectedKey' | 'encryptForKey' | 'decrypt'>,
  Pick<Reception, 'readReception' | 'receptionText'>, Pick<Opening, 'askedBy' | 'open' | 'isUnlocked'> {
  writeZip(files: [name: string, data: Uint8Array][], code: string): Promise<Uint8Array>;
}

/** window.pidHandover, of handover.js. */
interface PidHandover {
  bytes(text: string): Uint8Array;
  base64(data: Uint8Array): string;
  file(name: string, mime: string, data: Uint8Array<ArrayBuffer>): File;
  canShare(files: File[]): boolean;
  share(files: File[], title: string, text: string): Promise<void>;
  copy(text: string): Promise<void>;
}

/** Events of the document. */
interface DocumentEventMap {
  /** Another day has begun. */
  'pid-jour': Event;
  /** The dossier of the page is shown, or cannot be: suite.js may come. */
  'pid-ouvert': Event;
  /** suite.js has run. */
  'pid-suite': Event;
  /** Another script of Python modules has run. */
  'pid-script': Event;
  /** Ctrl + S; whoever saves cancels it. */
  'pid-enregistrer': Event;
  /** A draft has just been written. */
  'pid-enregistre': Event;
  /** This computer has been erased. */
  'pid-efface': Event;
  /** The database was closed under the page, or the data of the site cleared. */
  'pid-donnees-perdues': Event;
  /** Whoever has coffre.js loads it. */
  'pid-coffre': CustomEvent<{ resolve(value?: unknown): void; reject(reason: unknown): void }>;
}

/** Events of the window. */
interface WindowEventMap {
  /** The page that is shown of the single file, or of the dossier, changes by our own hand. */
  'pid-navigation': Event;
  /** The tab is about to be locked: whoever holds work that is not saved gives it, with a way to leave it. */
  'pid-non-enregistre': CustomEvent<{ prendre(draft: object, leave: () => void): void }>;
  /** The page is about to be loaded anew: whoever has something to save gives the promise to wait for. */
  'pid-avant-mise-a-jour': CustomEvent<{ attendre(saved: Promise<unknown>): void }>;
}

/** What sw.js has beside what any window has. */
interface Window {
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}

interface MessageEvent {
  waitUntil(done: Promise<unknown>): void;
}

interface Window {
  pidStore: PidStore;
  pidCoffre: PidCoffre;
  pidFiles: Readonly<PidFiles>;
  pidImport: Readonly<PidImport>;
  pidReprise: Readonly<PidReprise>;
  pidPdf: Readonly<PidPdf>;
  pidCrypto: Readonly<PidCrypto>;
  pidHandover: Readonly<PidHandover>;
  /** The sentences that answers may begin by, in JSON: see site/formulations.py. */
  pidFormulations: string;
  /** Loads a script of ours once. */
  pidScripts: Readonly<{ load(name: string): Promise<void> }>;
  /** The focus, the selection and the part that is seen outlive what `draw` does. */
  pidPlace: Readonly<{ keep(draw: () => void): void }>;
  /** The local day, « AAAA-MM-JJ ». */
  pidDay: string;
  /** Whether suite.js has run. */
  pidSuite: boolean;
  __BRYTHON__: { pid_call?(module: string, name: string, ...given: unknown[]): unknown; [option: string]: unknown };
  trustedTypes?: { createPolicy(name: string, rules: object): any };
}
