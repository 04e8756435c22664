using System.Text;

namespace TaskGen.Tests;

public sealed class CanvasTaskCodecTests
{
    private static readonly CanvasTask Full = new()
    {
        Id = TaskId.Parse("0123456789abcdef0123456789abcdef.bulk"),
        Name = "images.resize",
        Headers = new Dictionary<string, string> { ["a"] = "1", ["b"] = "ü" },
        Arguments = Encoding.UTF8.GetBytes("""{"width":1}"""),
        InputName = "image",
        HasArgumentKey = true,
        KeyName = "images.shrink",
        KeyArguments = Encoding.UTF8.GetBytes("{}"),
        InputDefault = Encoding.UTF8.GetBytes("null"),
        IdempotencyKey = "key",
        Flags = EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult | EnvelopeFlags.HasKey,
        Priority = TaskPriority.High,
        MaxAttempts = 10_001,
        RecordTtl = TimeSpan.FromMinutes(10),
        KeyTtl = TimeSpan.FromHours(1),
        Delay = TimeSpan.Zero,
        NotBefore = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        ExpiresAfter = TimeSpan.FromSeconds(1),
        ExpiresAt = new DateTimeOffset(2027, 1, 2, 3, 4, 5, TimeSpan.Zero),
        AtFront = true,
    };

    [Fact]
    public void A_task_comes_back_as_it_was_written()
    {
        AssertSame(Full, CanvasTaskCodec.Read(CanvasTaskCodec.Write(Full)));

        var least = new CanvasTask
        {
            Id = Full.Id, Name = "x", KeyName = "x", Headers = new Dictionary<string, string>(), Arguments = Encoding.UTF8.GetBytes("{}"), Flags = EnvelopeFlags.HasRecord,
            Priority = TaskPriority.Low, MaxAttempts = 1, RecordTtl = TimeSpan.FromDays(1), KeyTtl = TimeSpan.FromDays(1),
        };
        AssertSame(least, CanvasTaskCodec.Read(CanvasTaskCodec.Write(least)));
    }

    [Fact]
    public void Bytes_that_are_no_task_are_said_to_be_none()
    {
        var bytes = CanvasTaskCodec.Write(Full);
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes.AsMemory(0, length);
            Assert.Throws<InvalidDataException>(() => CanvasTaskCodec.Read(cut));
        }

        bytes[0]++;
        Assert.Throws<InvalidDataException>(() => CanvasTaskCodec.Read(bytes));
    }

    private static void AssertSame(CanvasTask expected, CanvasTask actual)
    {
        Assert.Equal(expected.Headers, actual.Headers);
        Assert.Equal(expected.Arguments.ToArray(), actual.Arguments.ToArray());
        Assert.Equal(expected.KeyArguments?.ToArray(), actual.KeyArguments?.ToArray());
        Assert.Equal(expected.InputDefault?.ToArray(), actual.InputDefault?.ToArray());
        Assert.Equal(
            expected with { Headers = actual.Headers, Arguments = actual.Arguments, KeyArguments = actual.KeyArguments, InputDefault = actual.InputDefault }, actual);
    }
}
