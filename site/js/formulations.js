/** window.pidFormulations: the sentences that answers may begin by, of site/formulations.toml, as a JSON text. */

import skeletons from 'pid:formulations';

window.pidFormulations = JSON.stringify(skeletons);
