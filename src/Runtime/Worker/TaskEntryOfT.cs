using System.Text.Json;

namespace TaskGen;

/// <inheritdoc/>
internal sealed class TaskEntry<TTask, TArgs, TResult>() : TaskEntry(TTask.Name, TTask.Defaults, typeof(TTask).ToString()), IResultOf<TResult>
    where TTask : ITaskDefinition<TArgs, TResult>
{
    public TaskResultReader<TResult> Reader { get; } = TTask.ReadResult;

    public override async ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(
        ReadOnlyMemory<byte> arguments, TaskContext context, JsonSerializerOptions options, bool keepResult)
    {
        var args = PayloadCodec.ReadArgs<TTask, TArgs, TResult>(arguments.Span, options);
        var result = await TTask.InvokeAsync(args, context, context.CancellationToken).ConfigureAwait(false);
        return keepResult && typeof(TResult) != typeof(NoResult)
            ? PayloadCodec.WriteResult<TTask, TArgs, TResult>(result, options)
            : default;
    }
}
