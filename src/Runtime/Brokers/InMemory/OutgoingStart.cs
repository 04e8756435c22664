namespace TaskGen.Brokers.InMemory;

/// <summary>Represents a recorded delivery that dispatches a task of a canvas, which is stored in this queue.</summary>
internal sealed class OutgoingStart(StoredCanvas canvas, StoredCanvasNode node) : OutgoingDelivery
{
    public override StoredCanvas Canvas => canvas;

    public StoredCanvasNode Node => node;

    public override int Bytes => node.Plan.Task.Length + (node.Input?.Length ?? 0);

    public override Delivery ToDelivery() => new StartDelivery(Key, canvas.Id, node.Plan.Index, node.Plan.Task, node.Input);
}
