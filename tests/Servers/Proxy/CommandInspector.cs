namespace TaskGen.Servers;

/// <summary>Tells the proxy of each command, and the pairing to expect its reply. Forwards all.</summary>
internal sealed class CommandInspector(FaultProxy proxy, ReplyPairing pairing) : IProxyInspector
{
    private readonly RespCommandReader _reader = new();
    private bool _isForeign;

    public (int Forward, bool Reset) Inspect(ReadOnlySpan<byte> input)
    {
        var length = input.Length;
        try
        {
            while (!_isForeign && _reader.TryRead(ref input, out var command))
            {
                pairing.Expect(command, proxy.OnCommand(command, canDrop: !pairing.Stopped));
            }
        }
        catch (FormatException)
        {
            _isForeign = true;
            pairing.Stop();
        }

        return (length, false);
    }
}
