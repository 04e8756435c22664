using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Client;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Testing;

/// <summary>
/// Represents a test client that collects dispatched tasks and does not run them. It checks options and arguments in the same way as the
/// real client, so that an invalid dispatch also fails in the test. A test can specify how a collected task proceeds and ends.
/// </summary>
/// <example>
/// The following code tests a method that dispatches a task and waits for its result.
/// <code>
/// var client = new FakeTaskClient();
/// client.OnEnqueued = task => client.Complete(task.Id, "Hello, ann!");
/// Assert.Equal("Hello, ann!", await new Greeter(client).GreetAsync("ann"));
/// </code>
/// </example>
public sealed partial class FakeTaskClient : ITaskClient, IPayloadClient
{
    private readonly ConcurrentQueue<EnqueuedTask> _enqueued = new();
    private readonly ConcurrentDictionary<TaskId, TaskEntry> _entries = new();
    private readonly Lazy<TestHandleSource> _source;

    /// <summary>Initializes a new instance of the <see cref="FakeTaskClient"/> class.</summary>
    /// <param name="contexts">
    /// The source-generated JSON contexts of the argument types. They are required if reflection-based serialization is disabled.
    /// </param>
    public FakeTaskClient(params JsonSerializerContext[] contexts) =>
        _source = new Lazy<TestHandleSource>(() => new TestHandleSource(TaskJson.Create(Options.Json, contexts), () => WaitForResults));

    /// <summary>
    /// Gets the options with the limits and JSON settings against which dispatches are checked. Change them before the first dispatch or
    /// signature.
    /// </summary>
    public TaskGenOptions Options { get; } = new();

    /// <summary>Gets the collected tasks, in the order in which they were dispatched.</summary>
    public IReadOnlyList<EnqueuedTask> Enqueued => [.. _enqueued];

    /// <summary>
    /// Gets or sets a delegate that is called for each collected task before its dispatch returns, for example to complete the task.
    /// </summary>
    public Action<EnqueuedTask>? OnEnqueued { get; set; }

    /// <summary>
    /// Gets or sets a value that indicates whether a handle waits until the test completes its task. The default,
    /// <see langword="false"/>, means that waiting for a task that has not ended throws an <see cref="InvalidOperationException"/>, so that
    /// a test does not hang.
    /// </summary>
    public bool WaitForResults { get; set; }

    /// <inheritdoc/>
    public JsonSerializerOptions JsonOptions => _source.Value.JsonOptions;

    /// <summary>Removes all collected tasks.</summary>
    public void Clear() => _enqueued.Clear();

    /// <inheritdoc/>
    public async Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        (await EnqueueManyAsync<TTask, TArgs, TResult, THandle>([args], options, cancellationToken).ConfigureAwait(false))[0];

    /// <inheritdoc/>
    public Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        ArgumentNullException.ThrowIfNull(args);
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new EnqueueOptions();
        var payloads = args as IReadOnlyCollection<TArgs> ?? [.. args];
        DispatchRules.CheckCount(TTask.Name, options, payloads.Count);
        var template = DispatchRules.CreateTemplate(TTask.Name, TTask.Defaults, options, [], Options.MaxHeaderBytes, atFront: false);
        List<THandle> handles = [];
        foreach (var payload in payloads)
        {
            PayloadCodec.CheckSize(TTask.Name, Write<TTask, TArgs, TResult>(payload), Options.MaxPayloadBytes);
            handles.Add(Collect<TTask, TArgs, TResult, THandle>(template, payload, options));
        }

        return Task.FromResult<IReadOnlyList<THandle>>(handles);
    }

    Task<THandle> IPayloadClient.EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload written, EnqueueOptions? options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new EnqueueOptions();
        var template = DispatchRules.CreateTemplate(TTask.Name, TTask.Defaults, options, [], Options.MaxHeaderBytes, atFront: false);
        PayloadCodec.CheckSize(TTask.Name, written.Arguments, Options.MaxPayloadBytes);
        return Task.FromResult(Collect<TTask, TArgs, TResult, THandle>(template, args, options));
    }

    /// <summary>
    /// Collects all tasks of the canvas in the order in which they appear in the signature, including tasks that would run only after a
    /// failure. Limits, options, and arguments are checked.
    /// </summary>
    /// <remarks>
    /// No task runs, so there are no results. Therefore, if a task receives the result of another task as its first argument, this argument
    /// has the default value of its type in <see cref="EnqueuedTask.Args"/>.
    /// </remarks>
    /// <inheritdoc/>
    public async Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(signature);
        cancellationToken.ThrowIfCancellationRequested();
        if (signature.Part is CanvasStep alone)
        {
            return signature.HandleOf(await alone.DispatchAsync(new ClientDispatcher(this), cancellationToken).ConfigureAwait(false));
        }

        var plan = CanvasPlanner.Plan(
            CanvasLayout.Of(signature.Part, Options),
            new Dictionary<string, string>(StringComparer.Ordinal),
            atFront: false,
            Options,
            _source.Value.JsonOptions,
            TimeProvider.System);
        foreach (var task in plan.Tasks)
        {
            Collect(
                new EnqueuedTask(task.Task.TaskId, task.Task.Template.Name, task.Step.Args, task.Step.Options),
                task.Task.Template,
                task.Step.CreateEntry());
        }

        _source.Value.Add(plan.Id, RecordOf(plan.Id, CanvasPlan.Name, maxAttempts: 1));

        return new TaskHandle<T>(_source.Value, plan.Id, wasDeduplicated: false, signature.Reader);
    }

    /// <inheritdoc/>
    public TaskHandle GetHandle(TaskId id) => new(_source.Value, id, wasDeduplicated: false);

    /// <inheritdoc/>
    public TaskHandle<T> GetHandle<T>(TaskId id) => new(_source.Value, id, wasDeduplicated: false, ResultReaders.Of<T>());

    /// <inheritdoc/>
    public TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id) =>
        new(_source.Value, id, wasDeduplicated: false, ResultReaders.Of<T>(), ResultReaders.Of<TDetail>());

    private THandle Collect<TTask, TArgs, TResult, THandle>(DispatchTemplate template, TArgs payload, EnqueueOptions options)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var id = options.Id ?? new TaskId(TaskIds.New(TimeProvider.System, template.HasRecord), template.Queue);
        Collect(new EnqueuedTask(id, TTask.Name, payload!, options), template, new TaskEntry<TTask, TArgs, TResult, THandle>());
        return TTask.CreateHandle(_source.Value, id, wasDeduplicated: false);
    }

    private ReadOnlyMemory<byte> Write<TTask, TArgs, TResult>(in TArgs payload)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var buffer = new ArrayBufferWriter<byte>();
        PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, payload, _source.Value.JsonOptions);
        return buffer.WrittenMemory;
    }

    private void Collect(EnqueuedTask task, DispatchTemplate template, TaskEntry entry)
    {
        _entries[task.Id] = entry;
        if (template.HasRecord)
        {
            _source.Value.Add(task.Id, RecordOf(task.Id, task.Name, template.MaxAttempts));
        }

        _enqueued.Enqueue(task);
        OnEnqueued?.Invoke(task);
    }

    private static TaskRecord RecordOf(TaskId id, string name, int maxAttempts) => new()
    {
        Id = id.Value,
        Name = name,
        State = TaskState.Pending,
        MaxAttempts = maxAttempts,
        EnqueuedAt = TimeProvider.System.GetUtcNow(),
    };
}
