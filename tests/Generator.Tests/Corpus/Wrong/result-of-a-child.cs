// A parent that blocks on its child holds the slot that the child needs.
public sealed class ParentTasks(ITaskClient tasks)
{
    [Task(Name = "parents.child")]
    public int Child(int id) => id;

    [Task(Name = "parents.run")]
    public async Task<int> Run(int id)
    {
        var child = await tasks.ParentTasks.Child.DelayAsync(id);
        return [|TG0301:child.GetAsync().Result|];
    }
}
