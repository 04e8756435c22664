namespace TaskGen.Brokers;

/// <summary>Specifies the kind of a canvas node.</summary>
internal enum CanvasNodeKind
{
    /// <summary>The node is a task.</summary>
    Task,

    /// <summary>The node is a group of members that run in parallel. It ends when its last member has ended.</summary>
    Group,

    /// <summary>The node is an error scope. It names a node to start when a node inside the scope fails.</summary>
    ErrorScope,
}
