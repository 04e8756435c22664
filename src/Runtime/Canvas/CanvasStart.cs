using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>A task of a canvas, ready to be dispatched.</summary>
/// <param name="Delivery">What asked for it.</param>
/// <param name="Queue">Where it goes.</param>
/// <param name="Task">The task.</param>
internal sealed record CanvasStart(StartDelivery Delivery, string Queue, NewTask Task);
