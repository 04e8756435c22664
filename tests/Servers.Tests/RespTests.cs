using System.Text;
using TaskGen.Servers;

namespace Servers.Tests;

public sealed class RespTests
{
    /// <summary>Each is one frame.</summary>
    private static readonly string[] Frames =
    [
        "+OK\r\n", "-ERR no\r\n", ":42\r\n", "$5\r\nhello\r\n", "$0\r\n\r\n", "$-1\r\n", "*0\r\n", "*-1\r\n",
        "*2\r\n$1\r\na\r\n*2\r\n:1\r\n*1\r\n$-1\r\n", "%1\r\n+key\r\n~2\r\n#t\r\n#f\r\n", "_\r\n", ",1.5\r\n", "(12345678901234567890\r\n",
        "=8\r\ntxt:a\r\nb\r\n", "!3\r\nERR\r\n", "|1\r\n+ttl\r\n:5\r\n*1\r\n:1\r\n", ">3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$4\r\n\r\n\r\n\r\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1_000)]
    public void Frames_are_told_apart_however_they_are_cut(int size)
    {
        var stream = Encoding.ASCII.GetBytes(string.Concat(Frames));
        var scanner = new RespFrameScanner();
        var found = new List<string>();
        var frame = new StringBuilder();
        foreach (var piece in stream.Chunk(size))
        {
            for (var position = 0; position < piece.Length;)
            {
                var count = scanner.Scan(piece.AsSpan(position), out var complete);
                frame.Append(Encoding.ASCII.GetString(piece, position, count));
                position += count;
                if (complete)
                {
                    found.Add(frame.ToString());
                    frame.Clear();
                }
            }
        }

        Assert.Equal(Frames, found);
        Assert.Equal("message", scanner.Verb);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void Commands_are_read_however_they_are_cut(int size)
    {
        var big = new string('x', 20_000);
        byte[] stream =
        [
            .. RespConnection.Encode("get", "a\r\nb"),
            .. "*0\r\n"u8,
            .. RespConnection.Encode("EVALSHA", "sha", "2", "k1", "k2", big, ""),
        ];
        var reader = new RespCommandReader();
        var found = new List<RespCommand>();
        foreach (var piece in stream.Chunk(size))
        {
            ReadOnlySpan<byte> input = piece;
            while (reader.TryRead(ref input, out var command))
            {
                found.Add(command);
            }
        }

        Assert.Equal(["GET", "EVALSHA"], found.Select(static command => command.Name));
        Assert.Equal("a\r\nb", found[0].Text(0));
        Assert.Empty(found[0].ScriptKeys());
        Assert.Equal(["k1", "k2"], found[1].ScriptKeys());
        Assert.Equal(big, found[1].Text(4));
        Assert.Equal("", found[1].Text(5));
        Assert.Null(found[1].Text(6));
    }

    [Fact]
    public void Pushes_and_confirmations_take_no_commands_place()
    {
        var pairing = new ReplyPairing();
        Expect(pairing, "HELLO 3");
        Expect(pairing, "SUBSCRIBE a b");
        Expect(pairing, "UNSUBSCRIBE");
        Expect(pairing, "SSUBSCRIBE refused");
        Expect(pairing, "GET x", drop: true);
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '%'));
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '>', "subscribe"));
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '>', "message"));
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '>', "subscribe"));
        Assert.Equal(3, pairing.Waiting);
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '>', "unsubscribe"));
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '>', "unsubscribe"));
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '-'));
        Assert.Equal(ReplyFate.Swallow, Reply(pairing, '$'));
        Assert.Equal(0, pairing.Waiting);
    }

    [Fact]
    public void Pairing_ends_where_a_resp2_connection_is_subscribed()
    {
        var pairing = new ReplyPairing();
        Expect(pairing, "PSUBSCRIBE refused");
        Expect(pairing, "SUBSCRIBE a");
        Expect(pairing, "PING", drop: true);
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '-'));
        Assert.Equal(ReplyFate.StopPairing, pairing.Begin((byte)'*'));
        Assert.True(pairing.Stopped);
        Assert.Equal(ReplyFate.Pass, Reply(pairing, '*'));
    }

    private static void Expect(ReplyPairing pairing, string command, bool drop = false)
    {
        var parts = command.Split(' ');
        pairing.Expect(new RespCommand(parts[0], [.. parts.Skip(1).Select(Encoding.ASCII.GetBytes)]), drop);
    }

    private static ReplyFate Reply(ReplyPairing pairing, char first, string verb = "")
    {
        var fate = pairing.Begin((byte)first);
        pairing.End((byte)first, verb);
        return fate;
    }
}
