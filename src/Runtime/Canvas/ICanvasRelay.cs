namespace TaskGen.Canvases;

/// <summary>Carries out what operations on one queue have recorded for other queues.</summary>
internal interface ICanvasRelay
{
    /// <summary>
    /// Announces deliveries of a queue, so that the relay requests them soon instead of at the next maintenance. Does not block and does
    /// not throw.
    /// </summary>
    void Kick(string queue);
}
