namespace TaskGen.Brokers;

/// <summary>A task of a canvas of this queue is to be canceled.</summary>
internal sealed class InMemoryCancel(InMemoryCanvas canvas, InMemoryCanvasNode node) : InMemoryParcel
{
    public override InMemoryCanvas Canvas => canvas;

    public InMemoryCanvasNode Node => node;

    public override int Bytes => node.Plan.Task.Length;

    public override Delivery ToDelivery() => new CancelDelivery(Key, canvas.Id, node.Plan.Index, node.Plan.Task, canvas.CancelReason);
}
