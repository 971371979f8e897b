using FactChecking.Curation.Editing;

namespace FactChecking.Tests.Curation.Editing;

public class RecordKeyTests
{
    [Fact]
    public void A_claim_of_the_data_folder_is_known_by_its_id_and_an_imported_one_by_its_key()
    {
        Assert.Equal("claims/C-NATO20", RecordKey.OfClaim("C-NATO20").ToString());
        Assert.Equal(RecordKey.OfImported("An id, with / signs"), RecordKey.OfClaim("An id, with / signs"));
    }
}
