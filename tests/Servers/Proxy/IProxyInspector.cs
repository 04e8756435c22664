namespace TaskGen.Servers;

/// <summary>Looks at what goes one way through a connection, before it is sent on.</summary>
internal interface IProxyInspector
{
    /// <summary>
    /// How many of these bytes are to be forwarded, from the first on, and whether the connection is to be reset after them.
    /// </summary>
    (int Forward, bool Reset) Inspect(ReadOnlySpan<byte> input);
}
