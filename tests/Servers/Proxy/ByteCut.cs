namespace TaskGen.Servers;

/// <summary>Each connection is reset when it has carried so many bytes that way since this was set.</summary>
internal sealed record ByteCut(long Bytes, ProxyDirection Direction);
