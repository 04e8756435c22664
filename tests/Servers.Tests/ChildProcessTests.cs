using System.Globalization;
using TaskGen.Servers;

namespace Servers.Tests;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Lines_of_output_and_error_are_kept_and_can_be_waited_for()
    {
        await using var child = Shell(
            "echo ready $WORD; echo oops >&2; exit 3",
            new ChildProcessOptions { Environment = new Dictionary<string, string?> { ["WORD"] = "now" } });
        Assert.Equal(
            "ready now", await child.WaitForLineAsync(static line => line.StartsWith("ready", StringComparison.Ordinal), Limits.Long));
        Assert.Equal(3, await child.WaitForExitAsync(Limits.Long));
        await child.OutputEnded.WaitAsync(Limits.Long);
        Assert.Contains("oops", child.Lines);
        var error = await Assert.ThrowsAsync<ServerException>(() => child.WaitForLineAsync(static line => line == "never", Limits.Long));
        Assert.Contains("oops", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_does_not_come_is_a_timeout_that_shows_the_output()
    {
        await using var child = Shell("echo waiting; read x");
        await child.WaitForLineAsync(static line => line == "waiting", Limits.Long);
        var error = await Assert.ThrowsAsync<TimeoutException>(
            () => child.WaitForLineAsync(static line => line == "never", TimeSpan.FromMilliseconds(50)));
        Assert.Contains("waiting", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_paused_resumed_asked_to_end_and_killed()
    {
        await using var polite = Shell("trap 'echo bye; exit 7' TERM; echo up; while :; do sleep 0.01; done");
        await polite.WaitForLineAsync(static line => line == "up", Limits.Long);
        await polite.PauseAsync();
        polite.Terminate();
        Assert.False(polite.HasExited);
        polite.Resume();
        Assert.Equal(7, await polite.WaitForExitAsync(Limits.Long));

        await using var paused = Shell("echo up; read x");
        await paused.WaitForLineAsync(static line => line == "up", Limits.Long);
        await paused.PauseAsync();
        await paused.KillAsync();
        Assert.Equal(128 + 9, await paused.Exited);
    }

    [Fact]
    public async Task Servers_and_their_folders_go_when_their_parent_is_killed()
    {
        await using var parent = ChildProcess.StartDotnet(typeof(Program).Assembly.Location, []);
        var line = (await parent.WaitForLineAsync(static line => line.Contains("taskgen-servers-", StringComparison.Ordinal), Limits.Long))
            .Split(' ', 3);
        int[] servers = [int.Parse(line[0], CultureInfo.InvariantCulture), int.Parse(line[1], CultureInfo.InvariantCulture)];
        var root = Path.GetDirectoryName(line[2])!;
        Assert.All(servers, static server => Assert.True(IsAlive(server)));
        await parent.KillAsync();
        await Wait.UntilAsync(
            () => !servers.Any(IsAlive) && !Directory.Exists(root),
            Limits.Long,
            () => $"one of the processes {string.Join(", ", servers)} or {root} is still there");
    }

    // Signal 0 asks whether there is such a process; one that has ended but that nobody has waited for yet is not alive.
    private static bool IsAlive(int processId) =>
        Signals.Send(processId, 0)
        && !(File.Exists($"/proc/{processId}/stat")
            && File.ReadAllText($"/proc/{processId}/stat").Contains(") Z ", StringComparison.Ordinal));

    private static ChildProcess Shell(string script, ChildProcessOptions? options = null) =>
        ChildProcess.Start("/bin/sh", ["-c", script], options);
}
