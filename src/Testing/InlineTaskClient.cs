using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TaskGen.Brokers;
using TaskGen.Canvases;
using TaskGen.Client;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Execution;
using TaskGen.Serialization;
using TaskGen.Telemetry;
using TaskGen.Worker;

namespace TaskGen.Testing;

/// <summary>
/// Represents a test client that runs each task within the dispatch call, before the call returns. Arguments and results are serialized and
/// deserialized as with a broker. Retries run without a delay, and <see cref="EnqueueOptions.Countdown"/> is ignored. A task that throws
/// <see cref="TaskSnoozeException"/> stays in the state <see cref="TaskState.Scheduled"/> and does not run again. A resource lease is
/// granted immediately, regardless of the limit.
/// </summary>
public sealed class InlineTaskClient : ITaskClient, IPayloadClient
{
    private readonly IServiceProvider _services;
    private readonly TaskGenOptions _options;
    private readonly TestHandleSource _source;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<(string Queue, string Key), TaskId> _succeeded = new();

    /// <summary>
    /// Initializes a new instance of the <see cref="InlineTaskClient"/> class, which creates instances of task classes with the specified
    /// services.
    /// </summary>
    /// <param name="services">
    /// The services for the constructors of task classes and for task methods. Each attempt has a separate scope. If <c>AddTaskGen</c> was
    /// called for these services, its options apply.
    /// </param>
    /// <param name="contexts">
    /// The source-generated JSON contexts of the argument and result types. They are required if reflection-based serialization is
    /// disabled.
    /// </param>
    public InlineTaskClient(IServiceProvider services, params JsonSerializerContext[] contexts)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        _options = services.GetService<TaskGenOptions>() ?? new TaskGenOptions();
        _logger = services.GetService<ILoggerFactory>()?.CreateLogger("TaskGen.Worker") ?? NullLogger.Instance;
        _source = new TestHandleSource(
            TaskJson.Create(_options.Json, [.. contexts, .. services.GetService<TaskGenBuilder>()?.JsonContexts ?? []]));
    }

    /// <inheritdoc/>
    public JsonSerializerOptions JsonOptions => _source.JsonOptions;

    /// <inheritdoc/>
    public Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        RunAsync<TTask, TArgs, TResult, THandle>(args, null, options, cancellationToken);

    Task<THandle> IPayloadClient.EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload written, EnqueueOptions? options, CancellationToken cancellationToken) =>
        RunAsync<TTask, TArgs, TResult, THandle>(args, written, options, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<THandle>> EnqueueManyAsync<TTask, TArgs, TResult, THandle>(
        IEnumerable<TArgs> args, EnqueueOptions? options = null, CancellationToken cancellationToken = default)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        ArgumentNullException.ThrowIfNull(args);
        var payloads = args as IReadOnlyCollection<TArgs> ?? [.. args];
        DispatchRules.CheckCount(TTask.Name, options ?? new EnqueueOptions(), payloads.Count);
        List<THandle> handles = [];
        foreach (var payload in payloads)
        {
            handles.Add(await EnqueueAsync<TTask, TArgs, TResult, THandle>(payload, options, cancellationToken).ConfigureAwait(false));
        }

        return handles;
    }

    /// <summary>
    /// Runs the canvas before the method returns. The members of a group run one after another, in order. If a task fails, the tasks that
    /// follow it are skipped, and the error handlers that were specified with <c>OnError</c> are run.
    /// </summary>
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
            CanvasLayout.Of(signature.Part, _options),
            new Dictionary<string, string>(StringComparer.Ordinal),
            atFront: false,
            _options,
            _source.JsonOptions,
            TimeProvider.System);
        _source.Add(plan.Id, await new InlineCanvas(plan, RunAsync).RunAsync(cancellationToken).ConfigureAwait(false));
        return new TaskHandle<T>(_source, plan.Id, wasDeduplicated: false, signature.Reader);
    }

    /// <inheritdoc/>
    public TaskHandle GetHandle(TaskId id) => new(_source, id, wasDeduplicated: false);

    /// <inheritdoc/>
    public TaskHandle<T> GetHandle<T>(TaskId id) => new(_source, id, wasDeduplicated: false, ResultReaders.Of<T>());

    /// <inheritdoc/>
    public TaskHandle<T, TDetail> GetHandle<T, TDetail>(TaskId id) =>
        new(_source, id, wasDeduplicated: false, ResultReaders.Of<T>(), ResultReaders.Of<TDetail>());

    private async Task<THandle> RunAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload? written, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        cancellationToken.ThrowIfCancellationRequested();
        options ??= new EnqueueOptions();
        var template = DispatchRules.CreateTemplate(TTask.Name, TTask.Defaults, options, [], _options.MaxHeaderBytes, atFront: false);
        var arguments = written?.Arguments ?? Write<TTask, TArgs, TResult>(args);
        PayloadCodec.CheckSize(TTask.Name, arguments, _options.MaxPayloadBytes);
        var key = IdempotencyKeys.Of<TTask, TArgs, TResult>(options, args, arguments, written, _source.JsonOptions);
        if (key is not null && _succeeded.TryGetValue((template.Queue, key), out var joined))
        {
            return TTask.CreateHandle(_source, joined, wasDeduplicated: true);
        }

        var id = options.Id ?? new TaskId(TaskIds.New(TimeProvider.System, template.HasRecord), template.Queue);
        await RunAsync(new TaskEntry<TTask, TArgs, TResult, THandle>(), template, id, key, arguments).ConfigureAwait(false);
        return TTask.CreateHandle(_source, id, wasDeduplicated: false);
    }

    private ReadOnlyMemory<byte> Write<TTask, TArgs, TResult>(in TArgs args)
        where TTask : ITaskDefinition<TArgs, TResult>
    {
        var buffer = new ArrayBufferWriter<byte>();
        PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, args, _source.JsonOptions);
        return buffer.WrittenMemory;
    }

    private async Task<TaskRecord> RunAsync(PlannedTask task, ReadOnlyMemory<byte> arguments, string? key)
    {
        var template = task.Task.Template;
        if (key is not null && _succeeded.TryGetValue((template.Queue, key), out var joined) && _source.TryFind(joined, out var known))
        {
            return known;
        }

        return await RunAsync(task.Step.CreateEntry(), template, task.Task.TaskId, key, arguments).ConfigureAwait(false);
    }

    private async Task<TaskRecord> RunAsync(
        TaskEntry entry, DispatchTemplate template, TaskId id, string? key, ReadOnlyMemory<byte> arguments)
    {
        var record = await RunAsync(entry, template, id, arguments).ConfigureAwait(false);
        if (template.HasRecord)
        {
            _source.Add(id, record);
        }

        if (key is not null && record.State == TaskState.Succeeded)
        {
            _succeeded[(template.Queue, key)] = id;
        }

        return record;
    }

    private async Task<TaskRecord> RunAsync(TaskEntry entry, DispatchTemplate template, TaskId id, ReadOnlyMemory<byte> arguments)
    {
        var enqueuedAt = TimeProvider.System.GetUtcNow();
        var secrets = ExecutionSecrets.Of(entry.Sensitivity, _source.JsonOptions, arguments);
        for (var attempt = 1; ; attempt++)
        {
            var scope = _services.CreateAsyncScope();
            var execution = new InlineExecution(scope.ServiceProvider, _source.JsonOptions, template, id, attempt, enqueuedAt, secrets);
            Exception? error = null;
            ReadOnlyMemory<byte> result = default;
            try
            {
                var context = new TaskContext(execution);
                var keepsResult = template.Flags.HasFlag(EnvelopeFlags.KeepsResult);
                result = await entry.ExecuteAsync(arguments, context, _source.JsonOptions, keepsResult).ConfigureAwait(false);
                secrets?.AddResult(result);
                PayloadCodec.CheckResultSize(entry.Name, result, _options.MaxResultBytes);
            }
            catch (Exception exception)
            {
                error = exception;
            }

            try
            {
                await scope.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (error is null or TaskSnoozeException)
            {
                error = exception;
            }
            catch (Exception exception)
            {
                LogMessages.DisposeFailed(_logger, entry.Name, id, secrets is null ? exception : secrets.Redact(exception));
            }

            var outcome = error is null
                ? new AttemptOutcome(SettlementKind.Succeeded)
                : AttemptOutcome.Of(error, StopReason.None, null, attempt, template.MaxAttempts, entry.Defaults, chance: 0);
            if (outcome.Kind == SettlementKind.Retry)
            {
                continue;
            }

            return new TaskRecord
            {
                Id = id.Value,
                Name = entry.Name,
                State = outcome.Kind switch
                {
                    SettlementKind.Succeeded => TaskState.Succeeded,
                    SettlementKind.Snooze => TaskState.Scheduled,
                    _ => TaskState.Failed,
                },
                Attempt = attempt,
                MaxAttempts = template.MaxAttempts,
                EnqueuedAt = enqueuedAt,
                StartedAt = enqueuedAt,
                FinishedAt = TimeProvider.System.GetUtcNow(),
                Progress = execution.Progress.TakeLast(),
                Result = result,
                Failure = outcome.Exception is null
                    ? default
                    : FailureCodec.Write(outcome.Exception, secrets is null ? null : secrets.Redact),
                Reason = outcome.Reason,
            };
        }
    }
}
