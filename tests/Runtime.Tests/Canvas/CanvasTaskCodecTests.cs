using System.Text;
using TaskGen.Canvases;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Tests;

public sealed class CanvasTaskCodecTests
{
    private const string FullBytes =
        "012530313233343536373839616263646566303132333435363738396162636465662E62756C6B0D696D616765732E726573697A650200"
        + "000001610131016202C3BC0B0000007B227769647468223A317D0105696D616765010D696D616765732E736872696E6B01020000007B7D"
        + "01040000006E756C6C01036B657907021127000000BCA065010000000068C4610800000000000000000000008000B796AB49DE08809698"
        + "000000000080C07D0F7D68DF0801";

    private const string LeastBytes =
        "012530313233343536373839616263646566303132333435363738396162636465662E62756C6B017800000000020000007B7D00000178"
        + "00000001000100000000C0692AC900000000C0692AC9000000FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
        + "FFFF00";

    private static readonly Guid Id = Guid.Parse("0123456789abcdef0123456789abcdef");

    private static readonly CanvasTask Full = new()
    {
        Id = Id,
        Template = new DispatchTemplate
        {
            Name = "images.resize",
            Queue = "bulk",
            Headers = new Dictionary<string, string> { ["a"] = "1", ["b"] = "ü" },
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
        },
        Arguments = Encoding.UTF8.GetBytes("""{"width":1}"""),
        InputName = "image",
        HasArgumentKey = true,
        KeyName = "images.shrink",
        KeyArguments = Encoding.UTF8.GetBytes("{}"),
        InputDefault = Encoding.UTF8.GetBytes("null"),
        IdempotencyKey = "key",
    };

    private static readonly CanvasTask Least = new()
    {
        Id = Id,
        Template = Templates.Least(name: "x", queue: "bulk"),
        Arguments = Encoding.UTF8.GetBytes("{}"),
        KeyName = "x",
    };

    [Fact]
    public void A_task_comes_back_as_it_was_written()
    {
        AssertSame(Full, CanvasTaskCodec.Read(CanvasTaskCodec.Write(Full)));

        AssertSame(Least, CanvasTaskCodec.Read(CanvasTaskCodec.Write(Least)));
    }

    // Tasks of canvases wait in servers for as long as they like, and two versions run side by side while one replaces the other.
    [Fact]
    public void The_bytes_are_those_of_earlier_versions()
    {
        Assert.Equal(FullBytes, Convert.ToHexString(CanvasTaskCodec.Write(Full)));
        Assert.Equal(LeastBytes, Convert.ToHexString(CanvasTaskCodec.Write(Least)));
        AssertSame(Full, CanvasTaskCodec.Read(Convert.FromHexString(FullBytes)));
        AssertSame(Least, CanvasTaskCodec.Read(Convert.FromHexString(LeastBytes)));
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
        Assert.Equal(expected.Template.Headers, actual.Template.Headers);
        Assert.Equal(expected.Arguments.ToArray(), actual.Arguments.ToArray());
        Assert.Equal(expected.KeyArguments?.ToArray(), actual.KeyArguments?.ToArray());
        Assert.Equal(expected.InputDefault?.ToArray(), actual.InputDefault?.ToArray());
        var same = expected with
        {
            Template = expected.Template with { Headers = actual.Template.Headers },
            Arguments = actual.Arguments,
            KeyArguments = actual.KeyArguments,
            InputDefault = actual.InputDefault,
        };
        Assert.Equal(same, actual);
    }
}
