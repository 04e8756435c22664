using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A signature has the arguments with which it was made (fault R19).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R19Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task A_list_that_changes_afterwards_is_sent_as_it_was(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 4, "default");
        var tasks = application.Of<EqualTasksClient>();
        var numbers = new List<int> { 1, 2 };
        var weights = new Dictionary<string, int> { ["a"] = 3 };
        var alone = tasks.Sum.Signature(numbers);
        var chain = tasks.Sum.Signature(numbers, factor: 2).Then(tasks.Weigh.Partial(weights));
        var group = Canvas.Group(tasks.Sum.Signature(numbers, factor: 3), alone);

        numbers.Add(100);
        weights["b"] = 100;
        application.Probe.OpenAll();

        Assert.StartsWith("3 in", await (await application.Tasks.DelayAsync(alone)).GetAsync(Limits.Long), StringComparison.Ordinal);
        Assert.Contains(": 3 in", await (await application.Tasks.DelayAsync(chain)).GetAsync(Limits.Long), StringComparison.Ordinal);
        var results = await (await application.Tasks.DelayAsync(group)).GetAsync(Limits.Long);
        Assert.Equal(["9", "3"], results.Select(static result => result.Split(' ')[0]));
        Assert.True((await tasks.Sum.DelayAsync([1, 2])).WasDeduplicated);
    }

    [Theory, EachBackend]
    public async Task A_sequence_that_can_be_read_once_can_be_dispatched_twice(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var rest = new Queue<int>([1, 2]);
        var once = Enumerable.Range(0, int.MaxValue).TakeWhile(_ => rest.Count > 0).Select(_ => rest.Dequeue());
        var signature = application.Of<EqualTasksClient>().Sum.Signature(once);

        var first = await application.Tasks.DelayAsync(signature);
        var second = await application.Tasks.DelayAsync(signature);

        Assert.Equal((first.Id, true), (second.Id, second.WasDeduplicated));
        Assert.StartsWith("3 in", await second.GetAsync(Limits.Long), StringComparison.Ordinal);
    }

    [Theory, EachBackend]
    public async Task Headers_that_change_afterwards_are_sent_as_they_were(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var tasks = application.Of<HeaderTasksClient>();
        var options = new EnqueueOptions { Headers = new Dictionary<string, string> { ["tenant"] = "a" } };
        var alone = tasks.ReadTenant.With(options).Signature();
        var chain = tasks.ReadTenant.Signature().Then(tasks.ReadTenant.With(options).Signature());

        options.Headers["tenant"] = "b";

        Assert.Equal("a", await (await application.Tasks.DelayAsync(alone)).GetAsync(Limits.Long));
        Assert.Equal("a", await (await application.Tasks.DelayAsync(chain)).GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task A_client_around_another_one_passes_its_JSON_options_on(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var outer = new OuterClient(application.Tasks);
        var numbers = new List<int> { 1, 2 };
        var signature = new EqualTasksClient(outer).Sum.Signature(numbers);

        numbers.Clear();

        Assert.StartsWith("3 in", await (await outer.DelayAsync(signature)).GetAsync(Limits.Long), StringComparison.Ordinal);
    }

    private sealed class OuterClient(ITaskClient inner) : ITaskClient
    {
        public System.Text.Json.JsonSerializerOptions? JsonOptions => inner.JsonOptions;

        public Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
            TArgs args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
            where TTask : ITaskDefinition<TArgs, TResult, THandle>
            where THandle : TaskHandle => inner.EnqueueAsync<TTask, TArgs, TResult, THandle>(args, options, cancellationToken);

        public Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
            IEnumerable<TArgs> args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
            where TTask : ITaskDefinition<TArgs, TResult, THandle>
            where THandle : TaskHandle => inner.EnqueueManyAsync<TTask, TArgs, TResult, THandle>(args, options, cancellationToken);

        public Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken = default) =>
            inner.DelayAsync(signature, cancellationToken);

        public TaskHandle GetHandle(TaskId id) => inner.GetHandle(id);

        public TaskHandle<T> GetHandle<T>(TaskId id) => inner.GetHandle<T>(id);

        public TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id) => inner.GetHandle<T, TDetail>(id);
    }
}
