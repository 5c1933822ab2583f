package io.beckon.actors.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.beckon.actors.list.prepare.BadFileException;
import io.beckon.protocol.list.Column;
import io.beckon.protocol.list.ColumnRole;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Phone, PHONE",
    "PHONE NUMBER, PHONE",
    "Home_Phone, PHONE",
    "work-phone, PHONE",
    "Mobile Number, PHONE",
    "phone10, PHONE",
    "phone11, OTHER",
    "MSISDN, PHONE",
    "E-Mail Address, EMAIL",
    "customer id, CLIENT_ID",
    "Given Name, FIRST_NAME",
    "Surname, LAST_NAME",
    "Organization, COMPANY",
    "Time.Zone, TIME_ZONE",
    "Postcode, POSTAL_CODE",
    "ZIP Code, POSTAL_CODE",
    "Province, STATE",
    "Country Code, COUNTRY",
    "account id, OTHER",
    "phones, OTHER"
  })
  void forgivesCaseBlanksAndUsualOtherWords(String written, ColumnRole role) {
    assertThat(Header.ofContacts(List.of(written, "device")).get(0).role()).isEqualTo(role);
  }

  @Test
  void keepsASecondColumnOfTheSameMeaningUnderItsName() {
    assertThat(Header.ofContacts(List.of("surname", "last name", "phone", "Zip", "zip")))
        .extracting(Column::name, column -> column.role())
        .containsExactly(
            tuple("surname", ColumnRole.LAST_NAME),
            tuple("last name", ColumnRole.OTHER),
            tuple("phone", ColumnRole.PHONE),
            tuple("Zip", ColumnRole.POSTAL_CODE),
            tuple("zip", ColumnRole.OTHER));
  }

  @Test
  void takesTenDevicesAndKeepsTheRestAsFields() {
    var columns = Header.ofContacts(Collections.nCopies(12, "phone"));
    assertThat(columns.stream().filter(c -> c.role() == ColumnRole.PHONE)).hasSize(10);
    assertThat(columns).extracting(Column::name).doesNotHaveDuplicates();
  }

  @Test
  void saysThatAHeaderIsMissing() {
    assertThatThrownBy(() -> Header.ofContacts(List.of("+12125550123", "Ann")))
        .isInstanceOfSatisfying(
            BadFileException.class,
            e -> assertThat(e.error().detail()).contains("seems to have no header"));
  }
}
