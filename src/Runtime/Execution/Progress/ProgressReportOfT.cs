using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>Represents a progress report with a detail value.</summary>
internal sealed class ProgressReport<TDetail>(
    long current, long? total, string? status, TDetail detail, TaskDetailWriter<TDetail> writeDetail)
    : ProgressReport(current, total, status)
{
    public override bool WriteDetail(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonSerializerOptions options)
    {
        writer.WritePropertyName(name);
        writeDetail(writer, detail, options);
        return true;
    }
}
