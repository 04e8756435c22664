using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Reliability.Worker;

/// <summary>Dispatches equal tasks at the same moments as other processes do, and prints what each dispatch came to.</summary>
public static class DispatchVerb
{
    /// <summary>The line that says that the process waits for its gate.</summary>
    public const string Ready = "ready";

    private const string WarmUp = "warm-up";
    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    internal static async Task RunAsync(DispatchSettings settings)
    {
        using var host = ProbeHost.CreateClient(settings.Redis, settings.Namespace);
        var probes = host.Services.GetRequiredService<ProbeTasksClient>();

        // Connected and compiled before the first round, or the processes would come one after the other.
        await (await probes.Answer.DelayAsync(WarmUp)).GetAsync(Limit);
        await Console.Out.WriteLineAsync(Ready);
        var first = await WaitForGateAsync(settings.Gate);
        for (var round = 0; round < settings.Rounds; round++)
        {
            await WaitUntilAsync(first + (long)(round * RoundLength.TotalSeconds * Stopwatch.Frequency));
            var number = round;
            var replies = await Task.WhenAll(
                Enumerable.Range(0, settings.Count).Select(_ => Task.Run(() => DispatchAsync(probes, number))));
            await Console.Out.WriteLineAsync(string.Join('\n', replies.Select(static reply => reply.ToString())));
        }
    }

    private static async Task<DispatchReply> DispatchAsync(ProbeTasksClient probes, int round)
    {
        var sentAt = Stopwatch.GetTimestamp();
        var handle = await probes.Answer.DelayAsync(string.Create(CultureInfo.InvariantCulture, $"round {round}"));
        var answeredAt = Stopwatch.GetTimestamp();
        return new DispatchReply(round, sentAt, answeredAt, handle.Id, handle.WasDeduplicated, await handle.GetAsync(Limit));
    }

    private static async Task<long> WaitForGateAsync(string gate)
    {
        var started = Stopwatch.GetTimestamp();
        while (!File.Exists(gate))
        {
            if (Stopwatch.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException("The gate has not been opened.");
            }

            await Task.Delay(5);
        }

        return long.Parse(await File.ReadAllTextAsync(gate), CultureInfo.InvariantCulture);
    }

    private static async Task WaitUntilAsync(long timestamp)
    {
        while (Stopwatch.GetTimestamp() < timestamp)
        {
            await Task.Delay(1);
        }
    }
}
