# SPDX-License-Identifier: Apache-2.0
"""A Slurm of one node on this machine for as long as a test runs: munged, slurmctld and slurmd with
configuration, keys, sockets and ports of their own in a scratch folder. Nothing of it is left."""

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36  # <linux/prctl.h>
PROGRAMS = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol", "sinfo"]
STARTS_WITHIN_S = 30.0

# No accounting, no control groups, no plugin that wants more of the machine than processes.
CONFIGURATION = """
ClusterName=fairlead
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller_port}
SlurmdPort={node_port}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
SlurmUser={user}
SlurmdUser={user}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1,bf_interval=1
MpiDefault=none
ReturnToService=2
PropagateResourceLimits=NONE
KillWait=1
MinJobAge=300
NodeName=node NodeHostname={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
"""


def search_path():
    """Daemons lie where only root looks."""
    return os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])


def missing_programs():
    return [name for name in PROGRAMS if shutil.which(name, path=search_path()) is None]


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


def processes_of(folder):
    """Those that are still there, jobs included: by their environment or command line."""
    mark = str(folder).encode()
    found = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit() or int(entry) == os.getpid():
            continue
        try:
            told = b"".join(open(f"/proc/{entry}/{part}", "rb").read() for part in ("environ", "cmdline"))
        except OSError:
            continue
        if mark in told:
            found.append(int(entry))
    return found


def guard(folder):
    """Waits until whoever started this closes its end or dies, and kills what is left of the cluster."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.stdin.read()
    deadline = time.monotonic() + 10
    while (left := processes_of(folder)) and time.monotonic() < deadline:
        for process in left:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


class DoesNotStart(Exception):
    """This machine does not let Slurm run: what its daemons say."""


class SlurmCluster:
    """with SlurmCluster(folder, cpus) as cluster: cluster.environment is what clients need."""

    def __init__(self, folder, cpus):
        self.folder = folder
        self.daemons = []
        self.guard = subprocess.Popen([sys.executable, "-B", __file__, str(folder)], stdin=subprocess.PIPE)
        self.environment = dict(os.environ, PATH=search_path(), SLURM_CONF=str(folder / "slurm.conf"))
        for name in [name for name in self.environment if name.startswith(("SBATCH_", "SQUEUE_", "SLURM_JOB"))]:
            del self.environment[name]
        controller_port, node_port = free_ports(2)
        for part in ("state", "spool"):
            (folder / part).mkdir()
        (folder / "slurm.conf").write_text(
            CONFIGURATION.format(
                host=socket.gethostname().split(".")[0],
                controller_port=controller_port,
                node_port=node_port,
                folder=folder,
                user=pwd.getpwuid(os.getuid()).pw_name,
                cpus=cpus,
            )
        )
        key = folder / "munge.key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o400)

    def __enter__(self):
        # What a daemon leaves behind becomes a child of this process and not of the system's first.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended by SIGTERM"))
        try:
            own = [f"--{part}={self.folder}/munge.{part}" for part in ("socket", "pid-file", "log-file", "seed-file")]
            self.start("munged", "--foreground", "--force", f"--key-file={self.folder}/munge.key", *own)
            self.wait_for(lambda: (self.folder / "munge.socket").exists(), "munged makes no socket")
            self.start("slurmctld", "-D")
            self.start("slurmd", "-D", "-N", "node")
            self.wait_for(lambda: self.ask("sinfo", "-h", "-o", "%T").strip() == "idle", "the node does not come up")
            return self
        except BaseException:
            self.stop()
            raise

    def __exit__(self, *_):
        self.stop()

    def start(self, *words):
        out = open(self.folder / f"{words[0]}.out", "wb")
        with out:
            self.daemons.append(
                subprocess.Popen(
                    words,
                    env=self.environment,
                    stdin=subprocess.DEVNULL,
                    stdout=out,
                    stderr=out,
                    cwd=self.folder,
                )
            )

    def ask(self, *words):
        """What a client says; "" if it fails."""
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, timeout=60).stdout

    def wait_for(self, holds, otherwise):
        deadline = time.monotonic() + STARTS_WITHIN_S
        while not holds():
            dead = [daemon.args[0] for daemon in self.daemons if daemon.poll() is not None]
            if dead or time.monotonic() > deadline:
                raise DoesNotStart(f"{otherwise}{f': {dead[0]} has ended' if dead else ''}\n{self.logs()}")
            time.sleep(0.05)

    def logs(self):
        texts = []
        for file in sorted([*self.folder.glob("*.log"), *self.folder.glob("munge.log-file"), *self.folder.glob("*.out")]):
            texts.append(f"--- {file.name}\n{file.read_text(errors='replace')[-3000:]}")
        return "\n".join(texts)

    def processes(self):
        return processes_of(self.folder)

    def stop(self):
        """Jobs first, while there is somebody to end them; then by force what is left."""
        if len(self.daemons) == 3 and all(daemon.poll() is None for daemon in self.daemons):
            self.ask("scancel", "--signal=KILL", "--full", "--user", str(os.getuid()))
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in reversed(self.daemons):
            try:
                daemon.wait(timeout=5)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        self.guard.communicate()
        self.reap()

    def reap(self):
        """Waits for the children that daemons left."""
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            try:
                if os.waitpid(-1, os.WNOHANG)[0] == 0:
                    time.sleep(0.01)
            except ChildProcessError:
                return


if __name__ == "__main__":
    guard(sys.argv[1])
