using System.Text;
using TaskGen.Serialization;

namespace TaskGen.Tests;

/// <summary>Raw envelopes, to be planted and damaged.</summary>
internal static class Envelopes
{
    public static byte[] Make(
        string name = "plain",
        string arguments = """{"text":"planted"}""",
        Guid? id = null,
        IReadOnlyDictionary<string, string>? headers = null) =>
        EnvelopeCodec.Encode(
            new EnvelopeHeader
            {
                Id = id ?? Guid.CreateVersion7(),
                Version = EnvelopeHeader.CurrentVersion,
                Priority = TaskPriority.Normal,
                MaxAttempts = 1,
                EnqueuedAtMs = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(),
            },
            name,
            headers ?? new Dictionary<string, string>(),
            Encoding.UTF8.GetBytes(arguments));
}
