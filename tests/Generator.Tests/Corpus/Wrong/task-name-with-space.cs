// A title for a name.
public sealed class DailyTasks
{
    [Task([|TG0201:Name = "daily report"|])]
    public void Report() { }
}
