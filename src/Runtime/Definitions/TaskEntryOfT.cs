using System.Text.Json;
using TaskGen.Exceptions;

namespace TaskGen.Definitions;

/// <inheritdoc/>
internal sealed class TaskEntry<TTask, TArgs, TResult, THandle>()
    : TaskEntry(TTask.Name, TTask.Aliases, TTask.Defaults, TTask.Sensitivity, typeof(TTask).ToString()), IResultOf<TResult>
    where TTask : ITaskDefinition<TArgs, TResult, THandle>
    where THandle : TaskHandle
{
    public TaskResultReader<TResult> Reader { get; } = TTask.ReadResult;

    public override IReadOnlyList<TaskParameterDescriptor>? DescribeParameters(JsonSerializerOptions options) =>
        TTask.DescribeParameters(options);

    public override NamedDispatch Bind(ReadOnlySpan<byte> arguments, JsonSerializerOptions options)
    {
        try
        {
            return new NamedDispatch<TTask, TArgs, TResult, THandle>(
                PayloadCodec.ReadArgs<TTask, TArgs, TResult>(arguments, options, isLenient: true));
        }
        catch (UnreadablePayloadException exception)
        {
            throw exception.Cause;
        }
    }

    public override ReadOnlyMemory<byte> WriteResult(object? result, JsonSerializerOptions options)
    {
        if (typeof(TResult) == typeof(NoResult) && result is null or NoResult)
        {
            return default;
        }

        return result is TResult || (result is null && default(TResult) is null)
            ? PayloadCodec.WriteResult<TTask, TArgs, TResult>((TResult)result!, options)
            : throw new ArgumentException(
                $"Task '{Name}' returns {typeof(TResult)}, but the result is {result?.GetType().ToString() ?? "missing"}. "
                + $"Pass a value of type {typeof(TResult)}.",
                nameof(result));
    }

    public override async ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(
        ReadOnlyMemory<byte> arguments, TaskContext context, JsonSerializerOptions options, bool keepResult)
    {
        var args = PayloadCodec.ReadArgs<TTask, TArgs, TResult>(arguments.Span, options);
        if (!keepResult || typeof(TResult) == typeof(NoResult))
        {
            await TTask.InvokeAsync(args, context, context.CancellationToken).ConfigureAwait(false);
            return default;
        }

        var writer = new ResultWriter<TTask, TArgs, TResult>(options);
        context.ResultWriter = writer;
        return writer.Complete(await TTask.InvokeAsync(args, context, context.CancellationToken).ConfigureAwait(false));
    }
}
