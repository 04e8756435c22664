// Years of retention, because the unit was taken for another one.
public sealed class ArchiveTasks
{
    [Task(Name = "archive.run", [|TG0010:ResultTtlSeconds = 2_000_000_000|])]
    public int Run(int id) => id;
}
