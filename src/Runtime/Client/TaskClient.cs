using System.Buffers;
using System.Text.Json;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Execution;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Client;

/// <summary>Implements <see cref="ITaskClient"/> with a broker: serializes payloads, sends tasks in batches, and creates handles.</summary>
internal sealed class TaskClient(
    IBroker broker,
    TaskTable tasks,
    TaskGenOptions limits,
    JsonSerializerOptions json,
    TimeProvider time,
    BrokerHandleSource handles,
    TaskGenMetrics metrics,
    ICanvasRelay relay) : ITaskClient, IPayloadClient
{
    private static readonly EnqueueOptions NoOptions = new();

    private readonly BatchSender _sender = new(broker, time, metrics, RepeatPolicy.Dispatch);
    private readonly CanvasDispatcher _canvases = new(broker, limits, json, time, relay);

    public JsonSerializerOptions JsonOptions => json;

    public async Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var enqueued = await EnqueueManyAsync<TTask, TArgs, TResult, THandle>([args], options, cancellationToken).ConfigureAwait(false);
        return enqueued[0];
    }

    public async Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload written, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        var enqueued = await EnqueueManyAsync<TTask, TArgs, TResult, THandle>([args], written, options, cancellationToken)
            .ConfigureAwait(false);
        return enqueued[0];
    }

    public Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        ArgumentNullException.ThrowIfNull(args);
        return EnqueueManyAsync<TTask, TArgs, TResult, THandle>(args, null, options, cancellationToken);
    }

    public async Task<TaskHandle<T>> DelayAsync<T>(Signature<T> signature, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return signature.Part is CanvasStep alone
            ? signature.HandleOf(await alone.DispatchAsync(new ClientDispatcher(this), cancellationToken).ConfigureAwait(false))
            : new TaskHandle<T>(
                handles,
                await _canvases.DispatchAsync(signature.Part, cancellationToken).ConfigureAwait(false),
                wasDeduplicated: false,
                signature.Reader);
    }

    public TaskHandle GetHandle(TaskId id) => new(handles, id, wasDeduplicated: false);

    public TaskHandle<T> GetHandle<T>(TaskId id) => new(handles, id, wasDeduplicated: false, ResultReaders.Of<T>(tasks));

    public TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id) =>
        new(handles, id, wasDeduplicated: false, ResultReaders.Of<T>(tasks), ResultReaders.Of<TDetail>(tasks));

    private async Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, WrittenPayload? written, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        cancellationToken.ThrowIfCancellationRequested();
        options ??= NoOptions;
        var payloads = args as IReadOnlyCollection<TArgs> ?? [.. args];
        DispatchRules.CheckCount(TTask.Name, options, payloads.Count);
        using var activity = TaskGenActivities.StartSend(TTask.Name, DispatchRules.QueueOf(TTask.Defaults, options), payloads.Count);
        try
        {
            var parent = AmbientExecution.Current;
            var isCleanUp = parent is { IsCanceled: true };
            var headers = ReservedHeaders.OfDispatch(activity, parent);
            var template = DispatchRules.CreateTemplate(
                TTask.Name, TTask.Defaults, options, headers, limits.MaxHeaderBytes, atFront: parent is not null);
            var tasks = Write<TTask, TArgs, TResult>(template, options, payloads, written);
            var outcomes = await _sender.SendAsync(template.Queue, tasks, cancellationToken).ConfigureAwait(false);
            var sent = new List<THandle>(outcomes.Count);
            for (var index = 0; index < outcomes.Count; index++)
            {
                sent.Add(TTask.CreateHandle(handles, new TaskId(outcomes[index].Id, template.Queue), outcomes[index].Joined));
            }

            if (!isCleanUp)
            {
                parent?.AddChildren([.. sent.Where(static handle => !handle.WasDeduplicated).Select(static handle => handle.Id)]);
            }

            return sent;
        }
        catch (Exception exception)
        {
            TaskGenActivities.End(activity, "failed", exception.GetType().ToString());
            throw;
        }
    }

    // All payloads are serialized before the first task is sent, so that no task is enqueued if one payload is not valid.
    private List<NewTask> Write<TTask, TArgs, TResult>(
        DispatchTemplate template, EnqueueOptions options, IReadOnlyCollection<TArgs> payloads, WrittenPayload? written)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var tasks = new List<NewTask>(payloads.Count);
        var buffer = new ArrayBufferWriter<byte>(256);
        foreach (var payload in payloads)
        {
            var arguments = written?.Arguments ?? Write<TTask, TArgs, TResult>(buffer, payload);
            PayloadCodec.CheckSize(template.Name, arguments, limits.MaxPayloadBytes);
            var key = IdempotencyKeys.Of<TTask, TArgs, TResult>(options, payload, arguments, written, json);
            tasks.Add(template.ToNewTask(options.Id?.Value ?? TaskIds.New(time, template.HasRecord), arguments.Span, key));
        }

        return tasks;
    }

    private ReadOnlyMemory<byte> Write<TTask, TArgs, TResult>(ArrayBufferWriter<byte> buffer, in TArgs payload)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        buffer.ResetWrittenCount();
        PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, payload, json);
        return buffer.WrittenMemory;
    }
}
