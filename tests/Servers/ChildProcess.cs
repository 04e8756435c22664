using System.Diagnostics;
using System.Globalization;

namespace TaskGen.Servers;

/// <summary>
/// A program that runs beside this one: its lines of output and error are kept, it takes signals, and it is killed when it is disposed or
/// this process ends, however that ends. Thread-safe.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _outputEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _openStreams = 2;

    private ChildProcess(Process process) => _process = process;

    /// <summary>The process id.</summary>
    public int Id { get; private set; }

    /// <summary>Completes with the exit code when the process has ended; killed by signal n, the code is 128 + n.</summary>
    public Task<int> Exited => _exited.Task;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _exited.Task.IsCompleted;

    /// <summary>Completes when there will be no more lines; processes that it started can keep its output open.</summary>
    public Task OutputEnded => _outputEnded.Task;

    /// <summary>All lines so far, of output and error, in the order in which they were read.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>
    /// Starts <c>dotnet &lt;assembly&gt; &lt;arguments&gt;</c>, with the same <c>dotnet</c> as this process where that can be told.
    /// </summary>
    /// <exception cref="ServerException">There is no such file, or it could not be started.</exception>
    public static ChildProcess StartDotnet(string assembly, IEnumerable<string> arguments, ChildProcessOptions? options = null)
    {
        if (!File.Exists(assembly))
        {
            throw new ServerException($"{assembly} does not exist: build its project first.");
        }

        return Start(Executables.Dotnet(), arguments.Prepend(assembly), options);
    }

    /// <summary>Starts a program. Its input stays open and empty.</summary>
    /// <exception cref="ServerException">It could not be started.</exception>
    public static ChildProcess Start(string fileName, IEnumerable<string> arguments, ChildProcessOptions? options = null)
    {
        options ??= new ChildProcessOptions();
        if (options.Niceness != 0)
        {
            // It becomes the program, under the same process id.
            (fileName, arguments) = ("nice", ["-n", options.Niceness.ToString(CultureInfo.InvariantCulture), fileName, .. arguments]);
        }

        var start = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = options.WorkingDirectory ?? "",
        };
        if (options.User is not null)
        {
            start.UserName = options.User;
        }

        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var child = new ChildProcess(process);
        process.OutputDataReceived += (_, e) => child.OnLine(e.Data);
        process.ErrorDataReceived += (_, e) => child.OnLine(e.Data);
        process.Exited += (_, _) => child.OnExited();
        try
        {
            process.Start();
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            process.Dispose();
            throw new ServerException($"{fileName} could not be started: {e.Message}", e);
        }

        child.Id = process.Id;
        ChildGuard.Add(child.Id, options.QuitFirst);
        if (child.HasExited)
        {
            // It ended before the guard knew of it, and its id may be another's soon.
            ChildGuard.Remove(child.Id);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>The first line that matches, of those there are and those to come.</summary>
    /// <exception cref="ServerException">The program ended without such a line.</exception>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public async Task<string> WaitForLineAsync(Func<string, bool> matches, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var started = Stopwatch.GetTimestamp();
        for (var next = 0; ;)
        {
            string[] fresh;
            Task changed;
            bool ended;
            lock (_lines)
            {
                fresh = [.. _lines.Skip(next)];
                changed = _changed.Task;
                ended = _openStreams == 0;
            }

            next += fresh.Length;
            if (fresh.FirstOrDefault(matches) is { } line)
            {
                return line;
            }

            if (ended)
            {
                throw new ServerException($"The program ended without the line that was waited for. Its last lines:\n{Tail()}");
            }

            var left = limit - Stopwatch.GetElapsedTime(started);
            try
            {
                await changed.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"No such line within {limit.TotalSeconds:0.#} s. The last lines:\n{Tail()}");
            }
        }
    }

    /// <summary>The exit code, when the program has ended.</summary>
    /// <exception cref="TimeoutException">The limit has passed.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan limit, CancellationToken cancellationToken = default)
    {
        try
        {
            return await _exited.Task.WaitAsync(limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Still running after {limit.TotalSeconds:0.#} s. The last lines:\n{Tail()}");
        }
    }

    /// <summary>The last lines as one text.</summary>
    public string Tail(int lines = 40) => string.Join('\n', Lines.TakeLast(lines));

    /// <summary>SIGTERM: asks it to end. Does not wait.</summary>
    public void Terminate() => Signal(Signals.Terminate);

    /// <summary>SIGKILL, and waits until it has ended. A stopped process ends too.</summary>
    public async Task KillAsync()
    {
        Signal(Signals.Kill);
        await WaitForExitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>SIGSTOP: no thread of it runs until <see cref="Resume"/>. On Linux, waits until that is so.</summary>
    public async Task PauseAsync()
    {
        Signal(Signals.Stop);
        if (OperatingSystem.IsLinux())
        {
            await Wait.UntilAsync(() => HasExited || IsStopped(), TimeSpan.FromSeconds(10), () => "the process is not stopped");
        }
    }

    /// <summary>SIGCONT.</summary>
    public void Resume() => Signal(Signals.Continue);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    internal void Quit() => Signal(Signals.Quit);

    private void Signal(int signal)
    {
        if (!HasExited)
        {
            Signals.Send(Id, signal);
        }
    }

    private bool IsStopped()
    {
        try
        {
            // The state follows the name, which is in parentheses and can hold any character.
            var stat = File.ReadAllText($"/proc/{Id}/stat");
            return stat[stat.LastIndexOf(')') + 2] is 'T' or 't';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void OnExited()
    {
        // First this, then the guard: Start looks here after it has told the guard, so that one of the two takes the id back.
        _exited.TrySetResult(_process.ExitCode);
        if (Id != 0)
        {
            ChildGuard.Remove(Id);
        }
    }

    private void OnLine(string? line)
    {
        TaskCompletionSource changed;
        lock (_lines)
        {
            if (line is null)
            {
                if (--_openStreams == 0)
                {
                    _outputEnded.SetResult();
                }
            }
            else
            {
                _lines.Add(line);
            }

            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
