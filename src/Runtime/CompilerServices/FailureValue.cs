using System.Text.Json;
using TaskGen.Exceptions;
using TaskGen.Serialization;

namespace TaskGen.CompilerServices;

/// <summary>Serializes a failure in the format of <see cref="FailureCodec"/>.</summary>
internal sealed class FailureValue : PayloadValue<TaskFailure>
{
    protected override void WriteCore(Utf8JsonWriter writer, TaskFailure value, JsonSerializerOptions options) =>
        FailureCodec.Write(writer, value);

    protected override TaskFailure ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (FailureCodec.ReadWhole(document.RootElement) is { } failure)
            {
                return failure;
            }
        }
        catch (InvalidOperationException)
        {
            throw new PayloadProblemException(PayloadText.Malformed);
        }

        throw new PayloadProblemException("must be a JSON object that describes the failure of a task");
    }
}
