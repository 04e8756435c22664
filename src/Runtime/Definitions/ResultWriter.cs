using System.Text.Json;
using TaskGen.Execution;

namespace TaskGen.Definitions;

/// <summary>Writes the result of one execution once, and keeps the JSON.</summary>
internal sealed class ResultWriter<TTask, TArgs, TResult>(JsonSerializerOptions options) : IResultWriter<TResult>
    where TTask : ITaskDefinition<TArgs, TResult>
{
    private ReadOnlyMemory<byte>? _json;

    public void Write(TResult result) => _json ??= PayloadCodec.WriteResult<TTask, TArgs, TResult>(result, options);

    /// <summary>Returns the JSON of the result. It is written now if the generated code did not write it.</summary>
    public ReadOnlyMemory<byte> Complete(TResult result)
    {
        Write(result);
        return _json.GetValueOrDefault();
    }
}
