namespace TaskGen.Canvases;

/// <summary>Brings what one queue has recorded for another to it.</summary>
internal interface ICanvasRelay
{
    /// <summary>
    /// Something waits in a queue: looks there soon instead of when it would have anyway. Does not block, and does not throw.
    /// </summary>
    void Kick(string queue);
}
