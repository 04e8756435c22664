using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using TaskGen.Brokers;

namespace TaskGen;

/// <summary>The real client: writes payloads, sends them to the broker in batches, and makes handles.</summary>
internal sealed class TaskClient(
    IBroker broker,
    TaskTable tasks,
    TaskGenOptions limits,
    JsonSerializerOptions json,
    TimeProvider time,
    TaskHandles handles,
    TaskGenMetrics metrics,
    ICanvasRelay relay) : ITaskClient
{
    private const int MaxTries = 4;
    private static readonly TimeSpan RetryWait = TimeSpan.FromMilliseconds(50);
    private static readonly EnqueueOptions NoOptions = new();

    private readonly BatchSender _sender = new(broker, time, metrics, MaxTries, RetryWait);
    private readonly CanvasDispatcher _canvases = new(broker, limits, json, time, relay);

    public async Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var enqueued = await EnqueueManyAsync<TTask, TArgs, TResult, THandle>([args], options, cancellationToken).ConfigureAwait(false);
        return enqueued[0];
    }

    public async Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        ArgumentNullException.ThrowIfNull(args);
        cancellationToken.ThrowIfCancellationRequested();
        options ??= NoOptions;
        var payloads = args as IReadOnlyCollection<TArgs> ?? [.. args];
        EnqueueDraft.CheckCount(TTask.Name, options, payloads.Count);
        using var activity = TaskGenActivities.StartSend(TTask.Name, EnqueueDraft.QueueOf(TTask.Defaults, options), payloads.Count);
        try
        {
            return await WriteAndSendAsync<TTask, TArgs, TResult, THandle>(payloads, options, activity, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            TaskGenActivities.End(activity, "failed", exception.GetType().ToString());
            throw;
        }
    }

    public async Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.Part is CanvasStep alone
            ? signature.HandleOf(await alone.EnqueueAsync(this, cancellationToken).ConfigureAwait(false))
            : new TaskHandle<T>(handles, await _canvases.DispatchAsync(signature.Part, cancellationToken).ConfigureAwait(false), wasDeduplicated: false, signature.Reader);
    }

    public TaskHandle GetHandle(TaskId id) => new(handles, id, wasDeduplicated: false);

    public TaskHandle<T> GetHandle<T>(TaskId id) => new(handles, id, wasDeduplicated: false, ResultReaders.Of<T>(tasks));

    public TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id) =>
        new(handles, id, wasDeduplicated: false, ResultReaders.Of<T>(tasks), ResultReaders.Of<TDetail>(tasks));

    private async Task<IReadOnlyList<THandle>> WriteAndSendAsync<TTask, TArgs, TResult, THandle>(
        IReadOnlyCollection<TArgs> payloads, EnqueueOptions options, Activity? activity, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var parent = AmbientExecution.Current;
        var headers = ReservedHeaders.OfDispatch(activity, parent);
        var draft = EnqueueDraft.Create(TTask.Name, TTask.Defaults, options, headers, limits.MaxHeaderBytes, atFront: parent is not null);
        var written = Write<TTask, TArgs, TResult>(draft, payloads);
        var outcomes = await _sender.SendAsync(draft.Queue, written, cancellationToken).ConfigureAwait(false);
        var sent = new List<THandle>(outcomes.Count);
        for (var index = 0; index < outcomes.Count; index++)
        {
            sent.Add(TTask.CreateHandle(handles, new TaskId(outcomes[index].Id, draft.Queue), outcomes[index].Joined));
        }

        parent?.AddChildren([.. sent.Where(static handle => !handle.WasDeduplicated).Select(static handle => handle.Id)]);
        return sent;
    }

    // Everything is written before anything is sent, so that a payload which does not fit leaves nothing behind.
    private List<NewTask> Write<TTask, TArgs, TResult>(EnqueueDraft draft, IReadOnlyCollection<TArgs> payloads)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var tasks = new List<NewTask>(payloads.Count);
        var buffer = new ArrayBufferWriter<byte>(256);
        foreach (var payload in payloads)
        {
            buffer.ResetWrittenCount();
            PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, payload, json);
            PayloadCodec.CheckSize(draft.Name, buffer.WrittenMemory, limits.MaxPayloadBytes);
            var id = draft.Options.Id?.Value ?? TaskIds.New(time, draft.HasRecord);
            tasks.Add(draft.ToTask(id, buffer.WrittenSpan, draft.KeyOf<TTask, TArgs, TResult>(payload, buffer.WrittenMemory, json)));
        }

        return tasks;
    }
}
