using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using TaskGen;

namespace Ported.Legacy
{
    // Two constructors, one of which is for tests.
    public class ReportJob
    {
        private readonly IReportWriter _writer;

        public ReportJob()
            : this(new ReportWriter())
        {
        }

        [ActivatorUtilitiesConstructor]
        public ReportJob(IReportWriter writer)
        {
            _writer = writer;
        }

        [Task(Name = "legacy.report", Queue = "reports")]
        public string BuildReport(ReportRequest request)
        {
            return _writer.Write(request.Title, request.Columns.Count);
        }

        [Task(Name = "legacy.users")]
        public static Task<LegacyUser[]> FindUsers(string[] names, LegacyUser manager = null)
        {
            return Task.FromResult(names.Select((name, index) => new LegacyUser { ID = index, Login = name, Manager = manager }).ToArray());
        }

        [Task(Name = "legacy.totals")]
        public static IDictionary<string, decimal> Totals(IEnumerable<KeyValuePair<string, decimal>> amounts)
        {
            return amounts.GroupBy(amount => amount.Key).ToDictionary(
                group => group.Key, group => group.Sum(amount => amount.Value));
        }
    }
}
