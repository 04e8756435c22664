// A contract file that was merged by hand.
/* TaskContracts.txt
reports.make(id [|TG0216:i|]nt)
*/
public sealed class ReportTasks
{
    [Task(Name = "reports.make")]
    public void Make(int id) => Console.WriteLine(id);
}
