using System.Globalization;
using TaskGen.Brokers;
using TaskGen.Canvases;

namespace TaskGen.Tests;

/// <summary>Canvases on their way through relay and workers: what happens to large inputs, and with a broker that fails.</summary>
public sealed class CanvasRelayTests
{
    private const int Members = 10;
    private const int MemberLength = 100;

    [Fact]
    public async Task Results_too_large_for_the_arguments_are_read_by_the_worker()
    {
        await using var host = NewHost(static options => options.MaxPayloadBytes = 2 * MemberLength);
        IReadOnlyDictionary<string, string>? headers = null;
        host.Script.Body = (text, context) =>
        {
            headers = context.Name == "collecting" ? context.Headers : headers;
            return Task.FromResult(context.Name == "collecting" ? text : Long(text));
        };
        await host.StartWorkerAsync();

        var handle = await host.Client.DelayAsync(Group().Then(Scripts.Collect<IReadOnlyList<string>>()));

        Assert.Equal(Expected(), await host.PumpAsync(handle.GetAsync()));
        Assert.StartsWith("default/", headers![CanvasInput.Header], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_over_the_limit_of_inputs_are_a_dead_letter_that_names_the_limit()
    {
        await using var host = NewHost(
            static options => (options.MaxPayloadBytes, options.MaxInputBytes) = (2 * MemberLength, 5 * MemberLength));
        host.Script.Body = static (text, _) => Task.FromResult(Long(text));
        await host.StartWorkerAsync();

        var handle = await host.Client.DelayAsync(Group().Then(Scripts.Collect<IReadOnlyList<string>>()));

        var failure = await host.PumpAsync(Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync()));
        Assert.Contains($"more than {5 * MemberLength} bytes (MaxInputBytes)", failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal(DeadLetterReasons.BadArguments, Assert.Single(await host.DeadLettersAsync()).Reason);
    }

    [Fact]
    public async Task One_result_may_be_larger_than_arguments_are_otherwise()
    {
        await using var host = NewHost(static options => options.MaxPayloadBytes = MemberLength / 2);
        host.Script.Body = static (text, context) => Task.FromResult(context.Name == "collecting" ? text : Long(text));
        await host.StartWorkerAsync();

        var handle = await host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Collect<string>()));

        Assert.Equal($"\"{Long("a")}\"", await host.PumpAsync(handle.GetAsync()));
    }

    [Fact]
    public async Task A_continuation_that_is_idempotent_joins_by_its_arguments_with_their_input()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync();
        var before = await host.PumpAsync(await host.DelayAsync<Profiles.Idempotent>("a"));

        var handle = await host.Client.DelayAsync(Scripts.Of("a").Then(Scripts.Partial<string, Profiles.Idempotent>()));

        Assert.Equal(before, await host.PumpAsync(handle.GetAsync()));
        Assert.Equal(2, host.Script.Started.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_a_broker_that_fails_at_random_every_canvas_comes_to_its_result_and_no_body_runs_twice(int seed)
    {
        const int Count = 100;
        FlakyBroker? broker = null;
        await using var host = NewHost(
            static options => options.MaxPayloadBytes = 2 * MemberLength, (inner, _) => broker = new FlakyBroker(inner, seed));
        host.Script.Body = static (text, context) => Task.FromResult(context.Name == "collecting" ? text : Long(text));
        var handles = new List<TaskHandle<string>>();
        for (var canvas = 0; canvas < Count; canvas++)
        {
            handles.Add(await host.Client.DelayAsync(Group().Then(Scripts.Collect<IReadOnlyList<string>>())));
        }

        broker!.Rate = 0.3;
        await StartAsync(host);
        var results = await host.PumpAsync(Task.WhenAll(handles.Select(static handle => handle.GetAsync())));
        broker.Rate = 0;

        Assert.All(results, static result => Assert.Equal(Expected(), result));
        Assert.Equal(Count * (Members + 1), host.Script.Started.Count);
        Assert.Empty(await host.DeadLettersAsync());
        Assert.True(broker.Faults > 50, $"{broker.Faults} faults are too few to prove anything.");
        await host.PumpAsync(
            TestHost.UntilAsync(() => Task.FromResult(host.Broker.Faults.CountCanvases("default") == (0, 0)))
                .ContinueWith(static _ => true));
    }

    private static TestHost NewHost(Action<TaskGenOptions> configure, Func<IBroker, TimeProvider, IBroker>? decorate = null) =>
        new(configure, decorate, static services => services.AddTaskGen().AddTask<Collecting, ScriptedArgs, string, TaskHandle<string>>());

    private static Signature<IReadOnlyList<string>> Group() =>
        Canvas.Group(Enumerable.Range(0, Members).Select(static number => Scripts.Of(number.ToString(CultureInfo.InvariantCulture))));

    private static string Long(string text) => text.PadLeft(MemberLength, '.');

    private static string Expected()
    {
        var members = Enumerable.Range(0, Members).Select(static number => $"\"{Long(number.ToString(CultureInfo.InvariantCulture))}\"");
        return $"[{string.Join(',', members)}]";
    }

    // A start can fail too; whoever starts it tries again.
    private static async Task StartAsync(TestHost host)
    {
        while (true)
        {
            try
            {
                await host.StartWorkerAsync();
                return;
            }
            catch (TaskGenException)
            {
                await Task.Yield();
            }
        }
    }
}
