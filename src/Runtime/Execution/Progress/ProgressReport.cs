using System.Text.Json;

namespace TaskGen.Execution;

/// <summary>Represents a progress report, which is kept until it is sent or replaced by a newer one.</summary>
internal class ProgressReport(long current, long? total, string? status)
{
    public long Current { get; } = current;

    public long? Total { get; } = total;

    public string? Status { get; } = status;

    public ReadOnlyMemory<byte> Write(JsonSerializerOptions options) => ProgressCodec.Write(this, options);

    /// <summary>Writes the detail, if there is one.</summary>
    /// <returns><see langword="true"/> if a detail was written; otherwise, <see langword="false"/>.</returns>
    public virtual bool WriteDetail(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonSerializerOptions options) => false;
}
