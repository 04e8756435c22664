namespace TaskGen.Canvases;

/// <summary>
/// Defines the component that carries out deliveries: operations of canvases that are recorded in one queue for another queue or canvas.
/// </summary>
internal interface ICanvasRelay
{
    /// <summary>
    /// Notifies the relay that a queue has deliveries, so that they are carried out shortly instead of at the next maintenance. The method
    /// does not block and does not throw an exception.
    /// </summary>
    void Kick(string queue);
}
