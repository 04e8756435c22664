namespace TaskGen.Brokers;

internal enum CanvasNodeKind
{
    /// <summary>One task to dispatch.</summary>
    Task,

    /// <summary>Any number of members that run side by side. It ends when the last of them has ended.</summary>
    Group,

    /// <summary>What is started besides, where what stands in it fails.</summary>
    ErrorScope,
}
