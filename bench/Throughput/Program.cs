using System.Runtime.InteropServices;
using Spectre.Console;
using TaskGen.Throughput;

if (args is [WorkerProcess.Verb, ..])
{
    return await WorkerVerb.RunAsync(args[1..]);
}

if (!BenchOptions.TryParse(args, out var options, out var error))
{
    await Console.Error.WriteLineAsync($"{error}{Environment.NewLine}{BenchOptions.Usage}");
    return 2;
}

// A file or a pipe has no width; 80 columns would break lines that nobody wants broken.
if (!AnsiConsole.Profile.Out.IsTerminal)
{
    AnsiConsole.Profile.Width = 150;
}

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return await BenchRun.RunAsync(options, stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Stopped.");
    return 130;
}
catch (Exception failure)
{
    await Console.Error.WriteLineAsync($"The run failed: {failure}");
    return 1;
}
