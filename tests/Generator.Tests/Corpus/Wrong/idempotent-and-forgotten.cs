// Equal dispatches join a task whose result nobody kept.
public sealed class ChargeTasks
{
    [Task(Name = "charge.run", Idempotent = true, [|TG0016:IgnoreResult = true|])]
    public int Run(int id) => id;
}
