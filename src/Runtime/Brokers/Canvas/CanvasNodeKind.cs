namespace TaskGen.Brokers;

/// <summary>Specifies the kind of a canvas node.</summary>
internal enum CanvasNodeKind
{
    /// <summary>The node is a task.</summary>
    Task,

    /// <summary>The node is a group of members that run in parallel. It ends when its last member has ended.</summary>
    Group,

    /// <summary>The node is an error scope. If a node in the scope fails, the error scope starts the node of its error handler.</summary>
    ErrorScope,
}
