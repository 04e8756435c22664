namespace TaskGen.Brokers.InMemory;

/// <summary>Represents the work of starting the members of a group, a limited number at a time.</summary>
internal sealed class GroupStartWork(StoredCanvas canvas, StoredCanvasNode group) : CanvasWork(canvas)
{
    private const int PageSize = 100;

    private int _position;

    public override bool DoPage(CanvasUpdate step)
    {
        var members = group.Plan.Members;
        for (var left = PageSize; left > 0 && _position < members.Count && !Canvas.IsCanceled; left--)
        {
            step.Start(members[_position++], input: null);
        }

        return _position < members.Count && !Canvas.IsCanceled;
    }
}
