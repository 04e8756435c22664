using System.Diagnostics;
using System.Globalization;

namespace TaskGen.Servers;

/// <summary>
/// Ends the children and removes the folders of this process when it ends, however it ends: a shell waits for the end of its input, which
/// comes even by SIGKILL. A signal at the parent's death (<c>setpriv --pdeathsig</c>) would not do: Linux sends it when the thread ends
/// that started the child, macOS has none, and folders would stay.
/// </summary>
internal static class ChildGuard
{
    // PostgreSQL is asked to quit first, since it leaves shared memory behind when it is killed.
    private const string Script = """
        trap '' INT TERM HUP QUIT PIPE
        exec >/dev/null 2>&1
        cd /
        hard=' '
        soft=' '
        while read -r verb pid; do
          case $verb in
            hard) hard="$hard$pid " ;;
            soft) soft="$soft$pid " ;;
            gone)
              case $hard in *" $pid "*) hard="${hard%% $pid *} ${hard#* $pid }" ;; esac
              case $soft in *" $pid "*) soft="${soft%% $pid *} ${soft#* $pid }" ;; esac ;;
          esac
        done
        for pid in $hard; do kill -KILL "$pid"; done
        for pid in $soft; do kill -QUIT "$pid"; done
        for pid in $soft; do
          tries=0
          while kill -0 "$pid" && [ "$tries" -lt 30 ]; do sleep 0.1; tries=$((tries + 1)); done
          kill -KILL "$pid"
        done
        case $1 in */taskgen-servers-*) rm -rf "$1" || { sleep 1; rm -rf "$1"; } ;; esac
        """;

    private static readonly Lock Gate = new();
    private static Process? _shell;
    private static string? _root;
    private static int _folders;

    /// <summary>
    /// A new folder, which goes with this process at the latest. Other users may pass through it, and create files when
    /// <paramref name="shared"/>.
    /// </summary>
    public static string CreateFolder(string name, bool shared = false)
    {
        lock (Gate)
        {
            Start();
            var folder = Path.Combine(_root!, string.Create(CultureInfo.InvariantCulture, $"{name}-{++_folders}"));
            Directory.CreateDirectory(folder);
            if (shared && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111 | UnixFileMode.StickyBit);
            }

            return folder;
        }
    }

    /// <summary>Removes a folder whose processes have ended.</summary>
    public static void RemoveFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
        }
        catch (IOException)
        {
            // A child of the server may still write; the guard removes the rest.
        }
    }

    public static void Add(int processId, bool quit) => Tell(quit ? "soft" : "hard", processId);

    public static void Remove(int processId) => Tell("gone", processId);

    private static void Tell(string verb, int processId)
    {
        lock (Gate)
        {
            Start();
            _shell!.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{verb} {processId}\n"));
            _shell.StandardInput.Flush();
        }
    }

    private static void Start()
    {
        if (_shell is not null)
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException("The tests start their servers on Linux and macOS only.");
        }

        _root = Directory.CreateTempSubdirectory("taskgen-servers-").FullName;
        File.SetUnixFileMode(
            _root,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute
            | UnixFileMode.OtherExecute);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add("taskgen-servers");
        start.ArgumentList.Add(_root);
        _shell = Process.Start(start) ?? throw new ServerException("/bin/sh could not be started.");
    }
}
