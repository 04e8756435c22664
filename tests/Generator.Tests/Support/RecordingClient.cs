using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskGen;
using TaskGen.Canvases;
using TaskGen.Definitions;
using TaskGen.Testing;

namespace Generator.Tests.Support;

/// <summary>
/// Runs each dispatched task immediately and completely: it writes the arguments as JSON and reads them back, compares them, calls the
/// generated invoker, and writes the result as JSON.
/// </summary>
internal sealed class RecordingClient(IServiceProvider? services = null) : ITaskClient, ITaskHandleSource
{
    private readonly Dictionary<TaskId, ReadOnlyMemory<byte>> _results = [];
    private readonly Dictionary<TaskId, ReadOnlyMemory<byte>> _progress = [];

    public JsonSerializerOptions JsonOptions { get; } = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public List<Recorded> Enqueued { get; } = [];

    public async Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var buffer = new ArrayBufferWriter<byte>();
        PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, args, JsonOptions);
        var json = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var read = PayloadCodec.ReadArgs<TTask, TArgs, TResult>(buffer.WrittenSpan, JsonOptions);
        Assert.True(EqualityComparer<TArgs>.Default.Equals(args, read), $"The arguments changed on their way: {args} became {read}.");
        Assert.Equal(args!.GetHashCode(), read!.GetHashCode());

        var key = PayloadCodec.WriteKey<TTask, TArgs, TResult>(args, buffer.WrittenMemory, JsonOptions);
        Enqueued.Add(new Recorded(TTask.Name, json, Encoding.UTF8.GetString(key.Span), TTask.Defaults, options));

        var execution = new FakeExecution(TTask.Name, services ?? FakeExecution.NoServices, JsonOptions, cancellationToken);
        var id = new TaskId(new Guid(Enqueued.Count, 0, 0, new byte[8]), options?.Queue ?? TTask.Defaults.Queue);
        _results[id] = await new TaskEntry<TTask, TArgs, TResult, THandle>()
            .ExecuteAsync(buffer.WrittenMemory, new TaskContext(execution), JsonOptions, keepResult: true);
        _progress[id] = execution.Progress.Take();
        return TTask.CreateHandle(this, id, wasDeduplicated: false);
    }

    public async Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var handles = new List<THandle>();
        foreach (var one in args)
        {
            handles.Add(await EnqueueAsync<TTask, TArgs, TResult, THandle>(one, options, cancellationToken));
        }

        return handles;
    }

    public Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken)
    {
        var plan = CanvasPlanner.Plan(
            CanvasLayout.Of(signature.Part, new TaskGenOptions()),
            new Dictionary<string, string>(),
            false,
            new TaskGenOptions(),
            JsonOptions,
            TimeProvider.System);
        foreach (var (_, step, task) in plan.Tasks)
        {
            Enqueued.Add(
                new Recorded(
                    step.Name,
                    Encoding.UTF8.GetString(task.Arguments.Span),
                    Encoding.UTF8.GetString((task.KeyArguments ?? default).Span),
                    step.Defaults,
                    step.Options));
        }

        return new InlineTaskClient(services ?? FakeExecution.NoServices).DelayAsync(signature, cancellationToken);
    }

    public TaskHandle GetHandle(TaskId id) => new(this, id, false);

    public TaskHandle<T> GetHandle<T>(TaskId id) => throw new NotSupportedException();

    public TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id) => throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>> WaitAsync(TaskId id, TimeSpan timeout, CancellationToken cancellationToken) =>
        Task.FromResult(_results[id]);

    public Task<TaskSnapshot> GetSnapshotAsync(TaskId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ProgressAsync(
        TaskId id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (_progress[id].Length > 0)
        {
            yield return _progress[id];
        }
    }

    public Task<bool> CancelAsync(TaskId id, string? reason, CancellationToken cancellationToken) => throw new NotSupportedException();
}
