using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>One report, kept until it leaves or is replaced.</summary>
internal class ProgressReport(long current, long? total, string? status)
{
    public long Current { get; } = current;

    public long? Total { get; } = total;

    public string? Status { get; } = status;

    public ReadOnlyMemory<byte> Write(JsonSerializerOptions options) => ProgressCodec.Write(this, options);

    /// <summary>Writes the detail, where there is one.</summary>
    public virtual bool WriteDetail(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonSerializerOptions options) => false;
}
