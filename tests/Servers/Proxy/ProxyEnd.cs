namespace TaskGen.Servers;

/// <summary>How one direction of a connection ends.</summary>
internal enum ProxyEnd
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The sender has nothing more to say.</summary>
    Finish,

    /// <summary>The connection is broken.</summary>
    Reset,
}
