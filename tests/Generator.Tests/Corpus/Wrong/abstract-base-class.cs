// The container cannot build an abstract class; Hangfire says so when the job is activated.
public abstract class ReportBase
{
    [Task(Name = "report.base")]
    public void [|TG0007:Run|](int id) => Console.WriteLine(id);
}
